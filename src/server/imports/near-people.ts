import { mostNear, type NearEntry, type NearPlace } from "#server/imports/find-entries.queries.ts";

/** People of the file by what may make two of them one. However many there are, no more are offered than can be looked at. */
export class NearPeople {
  private readonly ofDay = new Map<string, NearEntry[]>();
  private readonly alike = new Map<string, NearEntry[]>();

  constructor(known: readonly NearEntry[]) {
    for (const one of known) this.add(one);
  }

  add(one: NearEntry): void {
    const places = [
      [this.ofDay, one.birthDate],
      [this.alike, `${one.birthDate} ${one.nearKey ?? ""}`],
    ] as const;
    for (const [map, place] of places) {
      const there = map.get(place) ?? [];
      if (there.length < mostNear) map.set(place, [...there, one]);
    }
  }

  of({ birthDate, nearKey }: NearPlace): readonly NearEntry[] {
    const alike = this.alike.get(`${birthDate} ${nearKey}`) ?? [];
    return [...new Set([...alike, ...(this.ofDay.get(birthDate) ?? [])])];
  }
}
