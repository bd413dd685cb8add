import js from '@eslint/js'
import globals from 'globals'
import hooks from 'eslint-plugin-react-hooks'
import ts from 'typescript-eslint'

const bannedMath = [
  'exp',
  'log',
  'log1p',
  'expm1',
  'pow',
  'sin',
  'cos',
  'tan',
  'tanh',
  'log2',
  'log10',
  'cbrt',
  'hypot',
]

const noSharedChance = {
  object: 'Math',
  property: 'random',
  message: 'Use makeRandom(hashSeed(seed, node, purpose)): every random stream is named and repeatable.',
}

/** Browsers may round these differently, so results would depend on the browser. */
const noPlatformMath = bannedMath.map((property) => ({
  object: 'Math',
  property,
  message: `Use ${property} from base/math: the platform's own may differ in the last bit between browsers.`,
}))

export default ts.config(
  { ignores: ['dist', 'node_modules', 'test-results', 'playwright-report', '.cache', 'public'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['src/**/*.{ts,tsx}', 'e2e/**/*.ts', 'scripts/**/*.{ts,mjs}'],
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-restricted-properties': ['error', noSharedChance],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    },
  },
  {
    files: ['src/ml/**/*.ts', 'src/nodes/**/*.ts', 'src/values/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-properties': ['error', noSharedChance, ...noPlatformMath] },
  },
  { files: ['src/**/*.tsx'], plugins: { 'react-hooks': hooks }, rules: hooks.configs.recommended.rules },
  {
    files: ['**/*.test.{ts,tsx}', 'e2e/**/*.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 120 }] },
  },
  { files: ['scripts/**', 'src/cli/**', 'e2e/**'], rules: { 'no-console': 'off' } },
)
