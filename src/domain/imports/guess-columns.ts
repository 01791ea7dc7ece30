import { orderOfDates } from "#domain/imports/incoming-date.ts";
import type { ColumnFact, TableColumns } from "#domain/imports/table-columns.ts";

/** How headers are written in English and Spanish, folded: small letters, no accents, nothing but letters and digits. */
const words: readonly (readonly [ColumnFact, string])[] = [
  [
    "recordNumber",
    "mrn|patientid|clientid|patientnumber|clientnumber|recordnumber|medicalrecordnumber|chartnumber|chartno|chart|id|memberno|numerodehistoria|historiaclinica|numeroexpediente|expediente|idpaciente|numerodepaciente|numpaciente",
  ],
  [
    "wholeName",
    "name|fullname|patient|patientname|client|clientname|nombrecompleto|paciente|nombreyapellidos|nombreyapellido|apellidosynombre|apellidoynombre",
  ],
  [
    "givenName",
    "first|firstname|given|givenname|fname|forename|legalfirstname|patientfirstname|clientfirstname|nombre|nombres|primernombre|nombredepila",
  ],
  ["middleName", "middle|middlename|mname|mi|middleinitial|segundonombre"],
  [
    "familyName",
    "last|lastname|family|familyname|lname|surname|legallastname|patientlastname|clientlastname|apellido|apellidos|primerapellido",
  ],
  ["nameSuffix", "suffix|namesuffix|sufijo"],
  [
    "preferredName",
    "preferred|preferredname|goesby|chosenname|knownas|nickname|nombrepreferido|nombresocial|nombreelegido",
  ],
  ["formerName", "formername|previousname|maidenname|alias|aka|nombreanterior|apellidodesoltera"],
  [
    "birthDate",
    "dob|birthdate|dateofbirth|birthday|born|birthdt|patientdob|clientdob|fechadenacimiento|fechanacimiento|fnac|fecnac|nacimiento",
  ],
  ["sexAtBirth", "sex|sexatbirth|birthsex|assignedsex|legalsex|sexo|sexoalnacer"],
  ["gender", "gender|genderidentity|genero|identidaddegenero"],
  ["pronouns", "pronouns|pronoun|pronombres|pronombre"],
  ["language", "language|preferredlanguage|primarylanguage|lang|idioma|lengua|idiomapreferido"],
  [
    "phone",
    "phone|phonenumber|telephone|tel|mobile|mobilephone|cell|cellphone|homephone|primaryphone|telefono|numerodetelefono|celular|movil",
  ],
  ["email", "email|emailaddress|mail|correo|correoelectronico"],
  [
    "street",
    "street|address|address1|addressline1|street1|streetaddress|homeaddress|direccion|calle|domicilio|direccion1",
  ],
  [
    "unit",
    "unit|apt|apartment|address2|addressline2|street2|suite|apartamento|departamento|direccion2",
  ],
  ["city", "city|town|ciudad|municipio|localidad"],
  ["state", "state|st|province|estado|provincia"],
  ["postalCode", "zip|zipcode|postal|postalcode|postcode|codigopostal|cp"],
  [
    "contactName",
    "emergencycontact|emergencycontactname|contactname|emergencyname|contactodeemergencia|nombrecontacto",
  ],
  [
    "contactPhone",
    "emergencyphone|emergencycontactphone|contactphone|telefonodeemergencia|telefonocontacto",
  ],
  [
    "contactRelation",
    "relationship|emergencyrelationship|emergencycontactrelationship|contactrelationship|parentesco|relacion",
  ],
];

const factOf = new Map<string, ColumnFact>(
  words.flatMap(([fact, headers]) => headers.split("|").map((header) => [header, fact] as const)),
);

const folded = (header: string): string =>
  header
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");

const looksLikeDates = (samples: readonly string[]): boolean =>
  samples.length > 0 &&
  samples.every((sample) => /^\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}$|^\d{8}$/.test(sample));

/**
 * Which column is which fact, by its header; the first of two that say the same. Which order its days are written in, by its
 * values, where only one fits. A guess: a person looks at it before anything is read by it.
 */
export const guessColumns = (
  headers: readonly string[],
  samples: readonly (readonly string[])[],
  delimiter: string,
): TableColumns => {
  const taken = new Set<ColumnFact>();
  const columns = headers.map((header, place) => {
    const guess = factOf.get(folded(header)) ?? null;
    const isFree = guess !== null && !taken.has(guess);
    if (isFree) taken.add(guess);
    return { header, samples: [...(samples[place] ?? [])], fact: isFree ? guess : null };
  });
  const born = columns.find(({ fact }) => fact === "birthDate");
  const dates = born !== undefined && looksLikeDates(born.samples) ? born.samples : [];
  return { delimiter, dateOrder: orderOfDates(dates), columns };
};
