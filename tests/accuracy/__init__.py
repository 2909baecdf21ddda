"""How right the reading is: measured on texts beside the project, against goals."""
