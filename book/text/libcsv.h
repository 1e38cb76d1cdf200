/* libcsv.h - the library's <csv.h>, which hides behind lib/csv.h of ours. Include it as <libcsv.h>: the
 * search for the next csv.h then goes on behind this folder. */
#ifndef KP2S_LIBCSV_H
#define KP2S_LIBCSV_H
#include_next <csv.h>
#endif
