import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

const words: Readonly<Record<string, MessageDescriptor>> = {
  minimal: msg`minimal`,
  mild: msg`mild`,
  moderate: msg`moderate`,
  "moderately-severe": msg`moderately severe`,
  severe: msg`severe`,
};

/** How severe a score is, inside a sentence. */
export const bandWord = (code: string): MessageDescriptor => words[code] ?? msg`not scored`;
