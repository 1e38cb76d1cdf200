/* patch.h - a workbook as it was, with its marks: cells coloured and commented, and a list of them put first.
 *
 * Changed are the parts of marked sheets, their comments and drawings of comments, the styles, the workbook
 * (the list among its sheets, indices behind it), their relations and the list of content types. All other
 * parts stay as they are, packed bytes and all. The workbook opens on the sheet where it was left.
 */
#ifndef KP2S_PATCH_H
#define KP2S_PATCH_H

#include "archive.h"
#include "marks.h"

/* marks: settled. converted: z is not the agency's own file. archive_finish() is left to the caller. */
bool patch_workbook(const struct marks *m, const struct zip *z, bool converted, struct archive *into,
                    struct err *e);

#endif
