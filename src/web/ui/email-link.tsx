import type { ReactNode } from "react";

/** An e-mail address to write to; where the line is too short it breaks behind the `@`, never inside a name. */
export const EmailLink = (props: { readonly email: string }): ReactNode => {
  const [name, domain] = props.email.split("@");
  return (
    <a href={`mailto:${props.email}`}>
      {name}@<wbr />
      {domain}
    </a>
  );
};
