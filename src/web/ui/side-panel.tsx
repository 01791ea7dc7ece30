import "@mantine/core/styles/ModalBase.layer.css";
import "@mantine/core/styles/Drawer.layer.css";
import "@mantine/core/styles/Overlay.layer.css";
import "@mantine/core/styles/Paper.layer.css";
import { Drawer } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { IconButton } from "#web/ui/icon-button.tsx";
import { CloseIcon } from "#web/ui/icons.ts";
import { KitProvider } from "#web/ui/kit-provider.tsx";
import { useEscapeOnTop } from "#web/ui/use-escape-on-top.ts";
import styles from "#web/ui/side-panel.module.css";

/** A task beside the screen, which stays in sight: adding to a list, looking closer at a row. */
export const SidePanel = (props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
}): ReactNode => {
  const { t } = useLingui();
  const { inside, onEscape } = useEscapeOnTop(props.onClose);
  return (
    <KitProvider>
      <Drawer.Root
        opened={props.open}
        onClose={onEscape}
        position="right"
        size={440}
        lockScroll={false}
        closeOnClickOutside={false}
        zIndex={250}
        transitionProps={{ duration: 0 }}
        classNames={{
          overlay: styles["scrim"] ?? "",
          content: styles["content"] ?? "",
          title: styles["title"] ?? "",
          body: styles["body"] ?? "",
        }}
      >
        <Drawer.Overlay />
        <Drawer.Content>
          <div ref={inside} className={styles["header"]}>
            <Drawer.Title>{props.title}</Drawer.Title>
          </div>
          <Drawer.Body>{props.children}</Drawer.Body>
          {/* Last in order, so that the focus begins at the content. */}
          <div className={styles["close"]}>
            <IconButton icon={CloseIcon} label={t`Close`} onPress={props.onClose} />
          </div>
        </Drawer.Content>
      </Drawer.Root>
    </KitProvider>
  );
};
