"""From figures to drawings; matplotlib without pyplot and without Qt."""
