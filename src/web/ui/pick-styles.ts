import "@mantine/core/styles/Popover.layer.css";
import "@mantine/core/styles/Combobox.layer.css";
import "@mantine/core/styles/Input.layer.css";
import "@mantine/core/styles/CloseButton.layer.css";
import fieldStyles from "#web/ui/field.module.css";
import styles from "#web/ui/pick-field.module.css";

/** The kit's searchable lists in our clothes. */
export const pickStyles = {
  input: `${fieldStyles["input"] ?? ""} ${styles["input"] ?? ""}`,
  dropdown: styles["dropdown"] ?? "",
  options: styles["options"] ?? "",
  option: styles["option"] ?? "",
  section: styles["section"] ?? "",
};
