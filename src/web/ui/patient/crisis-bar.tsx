import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useLanguage } from "#web/platform/language.ts";
import { OwnLineIcon, PhoneIcon, TextMessageIcon } from "#web/ui/icons.ts";
import styles from "#web/ui/patient/crisis-bar.module.css";

/** Help now, one tap away on every page: 988, text HOME to 741741, and the program's own line (ten digits) where it has one. */
export const CrisisBar = (props: { readonly phone: string | null }): ReactNode => {
  const { t } = useLingui();
  // HOLA opens the line in Spanish.
  const word = useLanguage() === "es" ? "HOLA" : "HOME";
  return (
    <section className={styles["bar"]} aria-label={t`Help now`}>
      <a href="tel:988" className={styles["first"]}>
        <PhoneIcon size={20} stroke={1.75} aria-hidden />
        <Trans>Call 988</Trans>
      </a>
      {/* iPhones want `&`, others `?`; together both understand. */}
      <a href={`sms:741741?&body=${word}`}>
        <TextMessageIcon size={18} stroke={1.75} aria-hidden />
        <Trans>Text {word} to 741741</Trans>
      </a>
      {props.phone !== null && (
        <a href={`tel:+1${props.phone}`}>
          <OwnLineIcon size={18} stroke={1.75} aria-hidden />
          <Trans>Call our line</Trans>
        </a>
      )}
    </section>
  );
};
