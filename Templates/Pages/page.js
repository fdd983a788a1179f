// Verbetert de bladzijden; zonder dit script werkt alles ook.
"use strict";
