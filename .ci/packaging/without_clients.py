"""Runs first in a bundle: stands in for spaCy's command line, which `import spacy` imports for a function that prints.

The real one brings clients for the network along, which an offline program has no use for.
"""

import sys
import types

for name in ("spacy.cli", "spacy.cli.info"):
    sys.modules[name] = types.ModuleType(name)
sys.modules["spacy.cli"].__dict__["__path__"] = []
sys.modules["spacy.cli.info"].__dict__["info"] = lambda *_arguments, **_others: {}
