import type { Chance } from "#demo/life/chance.ts";

/** Names as they are given in one part of the world; put together they belong to nobody in particular. */
interface NameStock {
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly families: readonly string[];
  readonly languages: readonly string[];
}

const words = (text: string): readonly string[] => text.split(" ");

const stock = (
  women: string,
  men: string,
  families: string,
  languages: readonly string[] = ["en"],
): NameStock => ({ women: words(women), men: words(men), families: words(families), languages });

/** No name in here is a word of a note: "Will" and "Hope" are met in the groups that were there first. */
const stocks: readonly NameStock[] = [
  stock(
    "Marian Tessa Colleen Harriet Odette Nadine Bronwyn Corinne",
    "Garrett Lowell Dermot Wendell Emmett Rory Clifton Alistair",
    "Hathersage Pendlebury Lockridge Ainscough Wetherby Garrity Stannard Thornaby Quillfeather Dunmore Larkhall Oxenford",
  ),
  stock(
    "Ximena Araceli Lucero Yaretzi Consuelo Maribel Itzel Rosario",
    "Efraín Gonzalo Ulises Anselmo Evaristo Joaquín Leandro Ramiro",
    "Villaseñor Archuleta Santillán Montelongo Zaragoza Escamilla Cisneros Barragán Olivares Tafoya Quiñones Madrigal",
    ["en", "es", "es"],
  ),
  stock(
    "Adaeze Folasade Nkechi Thandiwe Wanjiru Makena Abena Zainabu",
    "Chukwudi Olumide Kwasi Tendai Kipchoge Babajide Sekou Mandla",
    "Okwuosa Adebanjo Mutasa Wambugu Nkrumanyi Sithebe Diallobe Achterman Onyekachi Tshabala Kamara-Lowe Mwangura",
  ),
  stock(
    "Thuận Diệp Khanh Quỳnh Sokha Chantrea Mylinh Dalisay",
    "Bảo Khôi Vinh Sopheap Rithy Tuấn Amihan Danilo",
    "Đặng-Rowe Lưu Kiệu Sovann Phommasane Magsaysing Dimaculangan Trịnh Huỳnh-Vale Keovong Batungbakal Chhim",
    ["en", "vi"],
  ),
  stock(
    "Ewelina Danica Ludmila Ileana Radka Svitlana Jolanta Vesna",
    "Bogdan Zdeněk Miroslav Tadeusz Andriy Ognjen Vasile Kazimir",
    "Wiśniowski Horáček Dragomirescu Bilozir Kaczor Todorić Stepanyuk Lazarov Nemčík Vukelja Ostrowicz Petrulis",
  ),
  stock(
    "Shirin Nasrin Rania Samira Yasmin Farideh Hanan Leila",
    "Farhad Siamak Nabil Tariq Kamran Bassam Reza Idris",
    "Khoshnavaz Al-Masri Daneshvar Bazzi Shamoun Rostami Haddadin Mirshafiey-Poe Tavakkol Nasrallahi Sabbagh Yazdani",
    ["en", "ar"],
  ),
  stock(
    "Meenakshi Lakshmi Harpreet Anjali Shreya Fathima Roshni Deepika",
    "Jaswinder Vikram Suresh Arjun Nikhil Imran Pranav Gurdeep",
    "Subramaniyan Dhaliwal Chakravartula Bhattarai Ranganath Grewalson Peiris Kulasekara Mukherjia Joshipura Venkatadri Qureshiya",
  ),
  stock(
    "Haruko Eun-ji Xiuying Midori Hyo-jin Meilin Sachiko Yuna",
    "Kenzaburo Jae-won Guowei Shinji Min-ho Tianyu Makoto Sung-min",
    "Hoshikawa Baekman Ouyang-Lee Shirakawa Nam-Rhodes Zhuge Kitabayashi Seong Mizushima Gao-Whitlock Tsukinaga Pyo",
    ["en", "ko"],
  ),
  stock(
    "Winnifred Talulah Aiyana Kaya Shándíín Nizhoni Lomasi Sequoia",
    "Tahoma Nodin Elan Chaska Waylon Ahiga Hania Takoda",
    "Yellowcreek Begayson Tallfeather Longwillow Cloudrunner Manymules Whitecalf Standingelk Redbird Tsinajinnie-Cole Lonepine Highwater",
  ),
  stock(
    "Ingeborg Annika Solveig Liesbeth Maarit Femke Gudrun Katrijn",
    "Torvald Henrik Joost Aleksi Matthijs Eirik Sigurd Jorrit",
    "Vandersloot Lindgrenn Haugland Kuipers-Bay Saarikoski Brouwerdam Østergren Nygaardson Hämälä Terpstra Bergqvist Roelofsen",
  ),
  stock(
    "Leimomi Sinafea Kahealani Ofa Malia Noelani Tiare Salote",
    "Keoni Tavita Ikaika Semisi Manu Nalu Viliami Kaleo",
    "Kealohapau Tuiasosoga Faleafine Makoavai Tupoulahi Kamakahukilani Lealaiauto Vaipulu Nahinu Puleitu Taumoepeau Kekauoha",
  ),
  stock(
    "Shavonne Latrice Keisha Monique Tamika Roshelle Imara Delphine",
    "Jamarcus Deshawn Terrance Roscoe Lamont Percival Cedric Thaddeus",
    "Broadnax Merriweather Boudreauxson Tolliver Guillory Pettigrew Rainwater Holliday-Moss Beauchamp Latimore Fontenotte Gadsden",
  ),
];

export interface MadeUpName {
  readonly givenName: string;
  readonly familyName: string;
  readonly language: string;
}

const tries = 40;

/** Names one after the other, none of them twice; two of ten have a family name from elsewhere, as families do. */
export class NameGiver {
  readonly #chance: Chance;
  readonly #given = new Set<string>();

  constructor(chance: Chance, taken: readonly string[] = []) {
    this.#chance = chance;
    for (const name of taken) this.#given.add(name);
  }

  next(number: number, gender: "woman" | "man" | "neither"): MadeUpName {
    for (let attempt = 0; attempt < tries; attempt++) {
      const name = this.#drawn(number, gender, attempt);
      const whole = `${name.givenName} ${name.familyName}`;
      if (this.#given.has(whole)) continue;
      this.#given.add(whole);
      return name;
    }
    throw new Error("every made-up name is given to somebody");
  }

  #drawn(number: number, gender: "woman" | "man" | "neither", attempt: number): MadeUpName {
    const chance = this.#chance;
    const of = chance.pick(stocks, "people", number, attempt);
    const isMixed = chance.happens(0.2, "mixed", number, attempt);
    const families = isMixed ? chance.pick(stocks, "other", number, attempt).families : of.families;
    const women = gender === "neither" ? chance.happens(0.5, "either", number) : gender === "woman";
    const familyName = chance.pick(families, "family", number, attempt);
    const second = chance.pick(
      chance.pick(stocks, "double", number, attempt).families,
      "second",
      number,
      attempt,
    );
    // Where many people are made, the later ones have two family names.
    const isDouble = attempt > 12 && !familyName.includes("-") && !second.includes("-");
    return {
      givenName: chance.pick(women ? of.women : of.men, "given", number, attempt),
      familyName: isDouble ? `${familyName}-${second}` : familyName,
      language: chance.happens(0.25, "language", number)
        ? chance.pick(of.languages, "which language", number)
        : "en",
    };
  }
}
