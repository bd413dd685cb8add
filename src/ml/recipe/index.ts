export { applyRecipe, fitRecipe, type FittedRecipe, type RecipeInput } from './recipe'
