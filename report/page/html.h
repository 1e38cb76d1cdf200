/* html.h - markup written so that no text of the data can be taken for markup. */
#ifndef KP2S_REPORT_HTML_H
#define KP2S_REPORT_HTML_H

#include "out.h"

/* The format is markup and goes out as it stands; what it names is data: %s text, with & < > " ' escaped and
 * characters that XML forbids left out, %d and %.1f numbers, %% a percent sign. Any other conversion is our
 * bug. */
void html_put(struct out *o, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Markup alone. */
void html_raw(struct out *o, struct str markup);
/* The hash by which a content security policy knows an inline style or script: "sha256-…" in base64. */
struct str html_hash(struct arena *a, struct str text);

#endif
