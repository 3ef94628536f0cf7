import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const FEATURES = ['account', 'analytics', 'chat', 'following', 'forum', 'messaging', 'moderation'];

/** What a feature offers to the others. All else of it is its own. */
const OFFERED = [
  'moderation/components/report-dialog-loader',
  'following/components/blocked-list',
  'following/components/person-menu',
];

const message = 'app uses features, features use components and lib, and nothing points back up.';

/** The same library, of which what is not used stays out of the bundle. */
const ZOD = { name: 'zod', message: "import * as z from 'zod/mini'" };

function closed(files, regexes) {
  const patterns = regexes.map((regex) => ({ regex, message }));
  return { files: [files], rules: { 'no-restricted-imports': ['error', { paths: [ZOD], patterns }] } };
}

function ownOnly(feature) {
  const others = `^@/features/(?!${feature}/|(${OFFERED.join('|')})$)`;
  return closed(`src/features/${feature}/**`, ['^@/app/', '^\\.\\./', others]);
}

export default tseslint.config(
  { ignores: ['node_modules', 'src/types/api.d.ts'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  jsxA11y.flatConfigs.strict,
  reactHooks.configs.flat['recommended-latest'],
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'max-lines': ['error', 250],
    },
  },
  { files: ['**/*.js', '**/*.mjs'], ...tseslint.configs.disableTypeChecked },
  { files: ['**/*.mjs'], languageOptions: { globals: { process: 'readonly', console: 'readonly' } } },
  closed('src/lib/**', ['^@/app/', '^@/features/', '^@/components/']),
  closed('src/components/**', ['^@/app/', '^@/features/']),
  ...FEATURES.map(ownOnly),
);
