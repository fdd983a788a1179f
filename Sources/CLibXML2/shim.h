#include <libxml/xmlversion.h>
/* <unicode/ucnv.h> of the system's ICU clashes with the ICU inside Foundation; only a struct's tail is hidden. */
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>
#include <libxml/xmlerror.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

/* xmlFree is a global function pointer, which Swift cannot call safely. */
static inline void vakmatrix_xml_free(void *pointer) { xmlFree(pointer); }
