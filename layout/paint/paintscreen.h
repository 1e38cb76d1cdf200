/* paintscreen.h - the cells of a sheet on a terminal: coloured by role, and readable without colours. */
#ifndef KP2S_PAINTSCREEN_H
#define KP2S_PAINTSCREEN_H

#include "check.h"

/* The rows of the sheet that are kept to be shown, as a grid that is so many characters wide: runs of columns
 * that are not read become one where that is needed, and what still has no room at the right is named. */
void screen_sheet(struct out *out, const struct check_sheet *s, bool colour, int width);

#endif
