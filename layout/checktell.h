/* checktell.h - what kp2s-layout check says in words of a file and its sheets. */
#ifndef KP2S_CHECKTELL_H
#define KP2S_CHECKTELL_H

#include "check.h"

/* Which layouts fit; where none does, what those miss that nearly do. fit: one for each layout. */
void tell_file(struct out *out, const struct check_file *f, const struct layouts *ls, const struct fit *fit);
/* Heading, titles, columns with the fields they became, rows by what became of them, remarks. */
void tell_sheet(struct out *out, const struct check_sheet *s);

/* What a column became: "numerator (E10), denominator (E11)"; empty when it is not read. In the arena. */
struct str tell_column(const struct palette *p, int col, struct arena *a);
/* What a title says, and where: "period 'TAHUN 2024' (A2)"; empty when it says nothing. */
struct str tell_title(const struct check_sheet *s, size_t title, bool indonesian, struct arena *a);
/* The name of a row's fate, in English or Indonesian. */
const char *tell_fate(enum fate fate, bool indonesian);

#endif
