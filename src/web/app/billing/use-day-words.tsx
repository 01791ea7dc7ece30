import { AskAboutHold } from "#web/billing/charges/ask-about-hold.tsx";
import { useChargeSentences } from "#web/billing/charges/use-charge-sentences.ts";
import { useMendPlace } from "#web/billing/charges/use-mend-place.ts";
import type { DayWords } from "#web/billing/claims/day-words.ts";

/** What day charges say of themselves, for the screens of claims. */
export const useDayWords = (): DayWords => {
  const { rule, hold } = useChargeSentences();
  const place = useMendPlace();
  return {
    rule,
    hold,
    place,
    ask: (held) => <AskAboutHold hold={held} patientId={held.patient.id} />,
  };
};
