export { applyRecipe, fitRecipe, type FittedRecipe, type RecipeInput } from './recipe'
export { rowsToLearnFrom, withRoles, withTarget } from './withRoles'
