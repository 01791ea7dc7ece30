/** The words of a list, written in a row. */
export const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/**
 * Names that are also English words, by how the word is used. A modal stands before a verb, a mass noun may stand bare, a
 * countable noun wants an article, an adjective a noun: where the text does what the word would not, it is a name.
 */
export const wordNames = {
  modal: setOf("will may can"),
  mass: setOf(`
    hope grace faith joy art love patience charity mercy honor justice serenity harmony destiny summer winter winters autumn spring dawn
    april june august prudence constance trinity heaven liberty unity verity felicity temperance melody sky sage amber jade
    ginger pepper basil rosemary crystal wood stone snow rain rivers moon day gold sterling silver ivory music peace trust
    song sun van wisdom courage power price cash english french money mae precious life`),
  countable: setOf(`
    mark bill rose chance guy miles penny lane hunter mason baker grant jack dean king prince duke earl major ray rob sue pat chase drew
    wade pace cliff dale glen heath forrest reed brook brooks bush field fields banks hall hill star angel robin jay
    lily violet daisy iris ivy holly olive ruby pearl gem eve carol gene mike nick don victor bud buddy sonny cook cooper
    fisher carter porter taylor tailor miller potter page parker walker ward wells bishop pope knight hand head foot
    bell ball bond booth church cross ford gates house key lamb marsh mills moss nail park pike pool poole post rice rush
    sharp shore small swan trout waters wolf fox hawk crow bird lark finch drake bear bunny kitty kit cat cricket ace
    dusty rocky misty stormy sandy candy honey sugar cookie cherry peach clay flint coal cole dash blaze storm ash
    max archer piper shepherd sailor scout tucker turner trip trace trigger tad chip chuck hank bob dot dolly dick
    roger jerry mo pip peg patty biddy tab bea jimmy harry hall marks bills lance pierce skip rip buck colt bo phoenix
    lee ann an so do in le he she you min ma wen bang long hung ha bay thu my tu on chin kim win rome bran savvy sly gil dom mina`),
  adjective: setOf(`
    frank rich earnest ernest young long sunny sandy happy blue gray grey green brown white black red little
    christian noble wise swift strong bright best early merry blythe gay stout hardy sterling sweet goodman small
    dusty rusty rocky misty stormy precious royal loyal true savage`),
} as const;

/** Names that are places or peoples too: after a word of place or going they are where, not who. */
export const placeNames: ReadonlySet<string> = setOf(`
  jordan paris austin dallas virginia georgia carolina dakota houston phoenix savannah charlotte florence sydney chelsea brooklyn
  israel china india asia kenya cheyenne sierra madison lincoln washington jackson cleveland denver aurora boulder
  orlando santiago diego cairo milan london devon kent chester lancaster york holland ireland france britain england
  monroe montana nevada tennessee troy salem bronx`);

/** Months that are names. */
export const monthNames: ReadonlySet<string> = setOf("april may june august");

/** What only a person does in a note: after a word that may be a name, one of these makes it one. */
export const personVerbs: ReadonlySet<string> = setOf(`
  said says shared shares told tells reported reports described describes asked asks cried cries laughed laughs admitted admits
  talked talks spoke speaks listened listens arrived arrives left leaves felt feels disclosed discloses mentioned mentions
  agreed agrees disagreed disagrees offered offers practiced practices named identified identifies relapsed relapses used
  brought brings joined joins thinks thought wants wanted knows knew gave gives went goes came comes sat sits stood
  stayed stays smiled smiles nodded nods interrupted interrupts argued argues apologized apologizes encouraged
  encourages supported supports confronted confronts challenged challenges thanked thanks hugged hugs helped helps
  explained explains expressed expresses noted notes recalled recalls remembered remembers realized realizes recognized
  recognizes responded responds reacted reacts refused refuses declined declines appeared appears seemed seems struggled
  struggles drank drinks smoked smokes started starts stopped stops tried tries wrote writes read reads suggested
  suggests confided confides complained complains acknowledged acknowledges volunteered volunteers participated participates
  attended attends missed misses returned returns reflected reflects related relates called calls texted texts drove drives
  lives lived works worked lost met meets cooked introduced introduces completed completes denied denies presented presents
  joked jokes yelled yells whispered whispers wept weeps walked walks looked looks kept keeps began begins became
  becomes got gets made makes took takes heard hears understood understands worried worries believes believed
  replied replies added adds followed follows led leads chose chooses planned plans also
  wondered wonders drew draws rated rates linked links coached coaches paired raised raises opened opens slept sleeps ate eats
  lied lies fought compared compares repeated repeats reminded reminds laughs waited waits wished wishes sounded sounds`);

/** Forms of to be and to have: after a bare countable noun they make it a name, after a mass noun they do not. */
export const auxiliaries: ReadonlySet<string> = setOf(
  "was is has had were did does didn doesn wasn isn hasn hadn would could might must should ",
);

export const determiners: ReadonlySet<string> = setOf(`
  a an the this that these those my your his her its our their no any some every each another one much more most
  little less enough such what which good great new of own whole first second last next per
`);

/** Words that open a place: what follows is where. */
export const placeOpeners: ReadonlySet<string> = setOf(
  "in from near outside around through across throughout of leaving south north east west visiting downtown",
);
export const goingWords: ReadonlySet<string> = setOf(
  "moved moving move went going go trip travel traveled travelled traveling drive drove driving flight fly flew back return returned returning relocate relocated relocating commute commutes bus train",
);

/** What a month is spoken of with. */
export const timeOpeners: ReadonlySet<string> = setOf(
  "in by on since until till during before after last next this late early mid of from through every each around end for",
);

/** Words after a capitalized word that make both the name of a place, a book, a prayer or a day. */
export const titleWords: ReadonlySet<string> = setOf(`
  house center centre prayer church street st avenue ave road rd lane drive boulevard county hospital program group clinic park
  module skill skills project manual day wing hall college university school academy ministries ministry foundation shelter home
  homes recovery fellowship chapter meeting workbook unit network city river lake valley court place village month year sunday
  monday scale theory method society cross shield depot store market bank health medical services eve therapy class hills springs`);

/** Two letters that are nobody's initials in a clinic. */
export const abbreviations: ReadonlySet<string> = setOf(`
  aa na ga oa ca sa pt ot md do iv am pm ok si hi bp ed mi tv gp rn pa np er dv cm dd po hr id iq op ip ua pd ptsd mh sud bh vs
  re ai it us uk eu un la ny nj tx az co va wa or mn md dc ct ma me nh nm nc sc tn wi wv wy ak al ar de fl hi ia il in ks ky
  mo ms nd ne nv oh ok pa ri sd ut vt ac dc ph pp cc cd pc io lt sr jr ma ba bs ms phd dr mr mrs le sw tx dx hx rx sx fx va`);

/** Particles of family names, which say nothing alone. */
export const particles: ReadonlySet<string> = setOf(
  "de la del della da das do dos di du van von der den ter ten bin ibn binti al el le st ben abu y e san santa mac o jr sr ii iii",
);
