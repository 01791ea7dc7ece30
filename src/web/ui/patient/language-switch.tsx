import type { ReactNode } from "react";
import { setLanguage, useLanguage } from "#web/platform/language.ts";
import { LanguageIcon } from "#web/ui/icons.ts";
import styles from "#web/ui/patient/language-switch.module.css";

/** The other language, named in itself. */
export const LanguageSwitch = (): ReactNode => {
  const other = useLanguage() === "en" ? "es" : "en";
  return (
    <button
      type="button"
      lang={other}
      className={styles["switch"]}
      onClick={() => void setLanguage(other)}
    >
      <LanguageIcon size={16} stroke={1.75} aria-hidden />
      {other === "es" ? "Español" : "English"}
    </button>
  );
};
