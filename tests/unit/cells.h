/* cells.h - rows as one text, for tests: "A1t=satu|B1n=2|". */
#ifndef KP2S_TEST_CELLS_H
#define KP2S_TEST_CELLS_H

#include "cell.h"

#include <stdio.h>

/* A letter for each enum cell_type. */
static const char cells_types[] = "tndubel";

/* Appends a row at out + n, which has size bytes in all; returns what n is then. */
static inline size_t cells_put(char *out, size_t size, size_t n, const struct row *row)
{
    for (size_t i = 0; i < row->n && n < size; i++) {
        char where[ADDRESS_SIZE];
        address(row->number, row->cell[i].col, where);
        n += (size_t)snprintf(out + n, size - n, "%s%c=%.*s|", where, cells_types[row->cell[i].type],
                              STR_ARG(row->cell[i].text));
    }
    return n;
}

#endif
