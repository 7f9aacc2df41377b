import { readdirSync } from "node:fs";
import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  { ignores: ["dist", ".e2e", "node_modules", "src/shared/api/schema.ts"] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  { files: ["eslint.config.js"], ...tseslint.configs.disableTypeChecked },
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ["eslint.config.js"] } } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-non-null-assertion": "error",
    },
  },
  // A merged interface can have no Record's shape.
  { files: ["**/*.d.ts"], rules: { "@typescript-eslint/consistent-indexed-object-style": "off" } },
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  // Shared code feeds features, features feed the app; no feature knows another, and nobody climbs by "..".
  walls("src/shared", ["@/features/*", "@/app/*"]),
  walls("src/app", []),
  ...readdirSync("src/features").map((feature) => walls(`src/features/${feature}`, ["@/app/*", "@/features/*", `!@/features/${feature}`])),
);

/** @param {string} folder @param {string[]} forbidden */
function walls(folder, forbidden) {
  return {
    files: [`${folder}/**/*.{ts,tsx}`],
    rules: { "no-restricted-imports": ["error", { patterns: [{ group: ["./*", "../*", ...forbidden], message: `${folder} may not import this; see the walls in eslint.config.js.` }] }] },
  };
}
