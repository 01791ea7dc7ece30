import { Component, type ReactNode } from "react";
import { CrashPage } from "#web/app/staff/crash-page.tsx";

/** A fault of a screen outside of the app says what the app says of its own. */
export class DoorCrash extends Component<
  { readonly children: ReactNode },
  { readonly error: Error | null }
> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { readonly error: Error } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <CrashPage error={error} reset={() => this.setState({ error: null })} />;
  }
}
