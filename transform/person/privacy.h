/* privacy.h - what of a cell may stand in a remark, and what must not pass into a fact.
 *
 * Names and NIK do not stay in their columns: a row shifted by one cell carries them into any field, and
 * people type them where they do not belong. So the shape of a text decides, not the column alone.
 */
#ifndef KP2S_PRIVACY_H
#define KP2S_PRIVACY_H

#include "stage.h"

/* A run of 8 or more digits, or of 15 or more with single blanks, points or hyphens between them: a NIK, a
 * family card, an employee number, a telephone. */
bool privacy_long_number(struct str s);
/* The text with a star for each digit of such runs after their fourth; s itself when there are none. */
struct str privacy_digits(struct arena *a, struct str s);

/* Whether the record at hand may be shifted or otherwise hold names in cells of regions: two or more
 * rejections, a cell of a NIK or family card that holds no such thing, a long number in another cell, or a
 * text that was dropped. */
bool privacy_doubtful(const struct stage *s);
/* The finding's value and detail as they may be shown; doubtful as above. Of records about persons a value
 * that does not fit a closed or numeric field is cut after two characters. So are names of regions when the
 * row is doubtful, when they hold a word of the row's own names, and when they have words that no region's
 * name has and are near none; periods of other words than periods have; services without a digit. What is cut
 * goes without suggestions. Of assessments long numbers alone are hidden, of coverage and evidence numbers of
 * persons (mask.h). */
struct finding privacy_finding(struct stage *s, const struct finding *f, bool doubtful);
/* What a title of a source about persons says as the pair of that name: cut like a remark's value. */
struct str privacy_title(struct stage *s, struct str name, struct str value);

/* Empties a field of free text that holds a long number, or more characters than the limit (0: any), and
 * notes it. */
void privacy_drop(struct stage *s, enum field field, size_t characters);

enum { LONGEST_PUSKESMAS = 60 };
/* The puskesmas of a record about a person: emptied when it holds a long number or is longer than a name; of
 * other words than regions have it keeps two characters and four digits by which it differs from others. Both
 * are noted. */
void privacy_puskesmas(struct stage *s);

#endif
