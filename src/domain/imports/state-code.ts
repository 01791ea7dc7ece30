import { usStates } from "#domain/basics/us-address.ts";

/** Names of the states and territories (USPS Publication 28, appendix B), in the order of their codes in `usStates`. */
const stateNames =
  "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|District of Columbia|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|American Samoa|Guam|Northern Mariana Islands|Puerto Rico|Virgin Islands"
    .toLowerCase()
    .split("|");

/** `Massachusetts` and `ma` as `MA`; what is no state stays as it is. */
export const stateCode = (text: string): string => {
  const typed = text.trim();
  return usStates[stateNames.indexOf(typed.toLowerCase())] ?? typed.toUpperCase();
};
