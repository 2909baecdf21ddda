"""What `.ci/packaging` makes of the program: icons, installers, archives."""
