import "@mantine/core/styles/ModalBase.layer.css";
import "@mantine/core/styles/Modal.layer.css";
import "@mantine/core/styles/Overlay.layer.css";
import "@mantine/core/styles/Paper.layer.css";
import { Modal } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { IconButton } from "#web/ui/icon-button.tsx";
import { CloseIcon } from "#web/ui/icons.ts";
import { KitProvider } from "#web/ui/kit-provider.tsx";
import { useEscapeOnTop } from "#web/ui/use-escape-on-top.ts";
import styles from "#web/ui/dialog.module.css";

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly size?: "small" | "medium" | "large";
  /** For what must be answered: neither Escape nor a press beside it closes. */
  readonly mustAnswer?: boolean;
}

const widths = { small: 420, medium: 560, large: 800 };

/** A question or a small task over the screen. The focus stays inside and returns where it was. */
export const Dialog = (props: DialogProps): ReactNode => {
  const { t } = useLingui();
  const { inside, onEscape } = useEscapeOnTop(props.onClose);
  return (
    <KitProvider>
      <Modal.Root
        opened={props.open}
        onClose={onEscape}
        size={widths[props.size ?? "small"]}
        centered
        lockScroll={false}
        closeOnEscape={!props.mustAnswer}
        closeOnClickOutside={false}
        zIndex={300}
        transitionProps={{ duration: 0 }}
        classNames={{
          overlay: styles["scrim"] ?? "",
          content: styles["content"] ?? "",
          title: styles["title"] ?? "",
          body: styles["body"] ?? "",
        }}
      >
        <Modal.Overlay />
        <Modal.Content>
          <div ref={inside} className={styles["header"]}>
            <Modal.Title>{props.title}</Modal.Title>
          </div>
          <Modal.Body>{props.children}</Modal.Body>
          {/* Last in order, so that the focus begins at the content. */}
          {!props.mustAnswer && (
            <div className={styles["close"]}>
              <IconButton icon={CloseIcon} label={t`Close`} onPress={props.onClose} />
            </div>
          )}
        </Modal.Content>
      </Modal.Root>
    </KitProvider>
  );
};

/** The buttons at the foot of a dialog. */
export const DialogFoot = (props: { readonly children: ReactNode }): ReactNode => (
  <div className={styles["foot"]}>{props.children}</div>
);

/** What a dialog says before its fields. */
export const DialogText = (props: { readonly children: ReactNode }): ReactNode => (
  <div className={styles["text"]}>{props.children}</div>
);
