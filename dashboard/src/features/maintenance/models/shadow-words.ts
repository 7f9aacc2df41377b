import type { ShadowCase, ShadowSide } from "@/shared/api/types";
import { words } from "@/shared/ui/format";

/** A version, or the rules, by name. */
export function sideName(version: string | null): string {
  return version === null ? "Rules" : `Version ${version}`;
}

/** What decided a part, and what a shadow would have made of it. */
export function caseWords(one: ShadowCase): { decided: string; otherwise: string } {
  const types = [...new Set(one.findings)].map((type) => words(type).toLowerCase()).join(", ");
  return {
    decided: `${sideName(one.counted)} ${one.verdict === "PASS" ? "let it pass" : "rejected it"}`,
    otherwise: `version ${one.version} would ${one.otherwise === "PASS" ? "let it pass" : `reject it${types === "" ? "" : `: ${types}`}`}`,
  };
}

/** What a person says of the part, and which side that proves right; null where nobody has said anything. */
export function truthWords({ truth, otherwise, version, counted }: ShadowCase): { said: string; right: string; shadow: boolean } | null {
  if (truth === null) {
    return null;
  }
  const shadow = truth === otherwise;
  return { said: truth === "PASS" ? "A person says it is good" : "A person says it is bad", right: `${shadow ? `version ${version}` : sideName(counted).toLowerCase()} ${!shadow && counted === null ? "are" : "is"} right`, shadow };
}

/** Which side, though the same version may have counted for a while and been a shadow for another. */
export function sideKey({ version, counted }: ShadowSide): string {
  return `${version ?? "rules"} ${counted ? "counted" : "shadow"}`;
}
