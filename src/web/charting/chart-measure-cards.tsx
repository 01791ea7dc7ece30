import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Course, CoursePoint } from "#domain/measures/course.ts";
import { readingOf, type CourseReading } from "#web/charting/course-reading.ts";
import { bandWord } from "#web/platform/band-words.ts";
import { sayDate } from "#web/platform/dates.ts";
import { daysBetween } from "#web/platform/days.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { MeasureChart, type MeasureMark } from "#web/ui/measure-chart.tsx";
import { Quiet } from "#web/ui/quiet.tsx";

const markOf = ({ state, actedOn }: CoursePoint): MeasureMark => {
  if (state === "due") return "due";
  if (state !== "scored") return "gap";
  return actedOn.length > 0 ? "marked" : "score";
};

/** How far along each lies between the first day and the last; a single one in the middle. */
const placesOf = (points: readonly CoursePoint[]): readonly number[] => {
  const [first, last] = [points[0]?.on ?? "", points.at(-1)?.on ?? ""];
  if (first === last) return points.map(() => 0.5);
  const span = daysBetween(first, last);
  return points.map(({ on }) => daysBetween(first, on) / span);
};

const SinceFirst = (props: {
  readonly better: number;
  readonly meaningfulChange: number;
}): ReactNode => {
  const { better, meaningfulChange } = props;
  const worse = -better;
  if (better >= meaningfulChange)
    return (
      <Trans>
        {better} points better since the first answer. A change of {meaningfulChange} or more
        matters.
      </Trans>
    );
  if (worse >= meaningfulChange)
    return (
      <Trans>
        {worse} points worse since the first answer. A change of {meaningfulChange} or more matters.
      </Trans>
    );
  return (
    <Trans>
      Less than {meaningfulChange} points away from the first answer: no change that matters.
    </Trans>
  );
};

const Sentence = (props: {
  readonly reading: CourseReading;
  readonly meaningfulChange: number;
}): ReactNode => {
  const { reading, meaningfulChange } = props;
  if (reading.lostSince === null)
    return <SinceFirst better={reading.better} meaningfulChange={meaningfulChange} />;
  const { points } = reading.lostSince;
  const day = sayDate(reading.lostSince.on);
  return (
    <>
      {Math.abs(reading.better) >= meaningfulChange && (
        <>
          <SinceFirst better={reading.better} meaningfulChange={meaningfulChange} />{" "}
        </>
      )}
      <Trans>
        {points} points worse than the best answer, on {day}: a change that matters.
      </Trans>
    </>
  );
};

/** What became of one asking, in words. */
const useSayPoint = () => {
  const { t, i18n } = useLingui();
  return ({ state, score, band }: CoursePoint): string => {
    if (state === "due") return t`due`;
    if (state === "not-answered") return t`not answered`;
    return score === null ? t`too little answered` : i18n._(bandWord(band ?? ""));
  };
};

const useLegend = (points: readonly CoursePoint[]) => {
  const { t } = useLingui();
  const items = [...new Set(points.flatMap(({ actedOn }) => actedOn))].join(", ");
  const marks = new Set(points.map(markOf));
  const all = [
    { mark: "marked", words: t`Item ${items} asked for a call at once` },
    { mark: "gap", words: t`Not answered, or too little` },
    { mark: "due", words: t`Due` },
  ] as const;
  return all.filter(({ mark }) => marks.has(mark));
};

const useTable = (points: readonly CoursePoint[]) => {
  const { t } = useLingui();
  const sayPoint = useSayPoint();
  return {
    heads: [t`Day`, t`Score`, t`Severity`, t`Called for at once`],
    rows: points.map((point) => {
      const items = point.actedOn.join(", ");
      return {
        key: point.id,
        cells: [
          sayDate(point.on),
          point.score === null ? "–" : String(point.score),
          sayPoint(point),
          items === "" ? "–" : t`item ${items}`,
        ],
      };
    }),
  };
};

const Drawn = (props: { readonly course: Course }): ReactNode => {
  const { t, i18n } = useLingui();
  const { name, highest, points, bands, asked, answered, meaningfulChange } = props.course;
  const sayPoint = useSayPoint();
  const places = placesOf(points);
  const scores = points.flatMap(({ on, score }) => (score === null ? [] : [{ on, score }]));
  const [first = 0, last = first] = [scores[0]?.score, scores.at(-1)?.score];
  const reading = readingOf(scores, meaningfulChange);
  const ends = [...new Set([points[0]?.on ?? "", points.at(-1)?.on ?? ""])].map((on) =>
    sayDate(on),
  );
  return (
    <>
      <MeasureChart
        label={t`${name} from ${first} to ${last} of ${highest}, ${answered} of ${asked} answered. The figures stand in the table below.`}
        unit={t`points, of ${highest}`}
        maximum={highest}
        bands={bands.map(({ from, code }) => ({ from, label: i18n._(bandWord(code)) }))}
        points={points.map((point, place) => ({
          id: point.id,
          at: places[place] ?? 0,
          score: point.score,
          mark: markOf(point),
          words: `${sayDate(point.on)}: ${point.score ?? ""} ${sayPoint(point)}`,
        }))}
        days={ends}
        legend={useLegend(points)}
        table={useTable(points)}
        tableLabel={t`The figures`}
      />
      {reading !== null && (
        <Quiet>
          <Sentence reading={reading} meaningfulChange={meaningfulChange} />
        </Quiet>
      )}
    </>
  );
};

const CourseCard = (props: { readonly patientId: string; readonly course: Course }): ReactNode => {
  const { i18n } = useLingui();
  const { name, asked, answered, points } = props.course;
  const last = points.findLast(({ score }) => score !== null);
  return (
    <Card
      title={name}
      aside={
        <Trans>
          answered {answered} of {asked} times
        </Trans>
      }
      actions={
        <>
          {last !== undefined && <Chip>{i18n._(bandWord(last.band ?? ""))}</Chip>}
          <Button size="small" kind="quiet" to={paths.measures(props.patientId)}>
            <Trans>All measures</Trans>
          </Button>
        </>
      }
    >
      {last === undefined ? (
        <Quiet>
          <Trans>Asked; no answer has made a score yet.</Trans>
        </Quiet>
      ) : (
        <Drawn course={props.course} />
      )}
    </Card>
  );
};

/** Each measure over time upon its bands; what was not answered stays a gap. */
export const ChartMeasureCards = (props: {
  readonly patientId: string;
  readonly courses: readonly Course[];
}): ReactNode => {
  const maySee = useCan("measures:read");
  if (props.courses.length > 0)
    return props.courses.map((course) => (
      <CourseCard key={course.instrument} patientId={props.patientId} course={course} />
    ));
  return (
    <Card
      title={<Trans>Measures</Trans>}
      actions={
        maySee && (
          <Button size="small" kind="quiet" to={paths.measures(props.patientId)}>
            <Trans>Ask</Trans>
          </Button>
        )
      }
    >
      <Quiet>
        <Trans>Not asked yet.</Trans>
      </Quiet>
    </Card>
  );
};
