/* freexl - the first sheet of an .xls as CSV by FreeXL, the peer that an .xls reader is measured with.
 *
 * In: a file. Out: CSV; numbers with 17 digits, for same.c compares what they are. Status 1 when FreeXL
 * refuses it.
 */
#include <freexl.h>
#include <stdio.h>
#include <string.h>

static void print_text(const char *text)
{
    if (!strpbrk(text, ",\"\n\r")) {
        fputs(text, stdout);
        return;
    }
    putchar('"');
    for (; *text; text++) {
        if (*text == '"')
            putchar('"');
        putchar(*text);
    }
    putchar('"');
}

static void print_cell(const FreeXL_CellValue *cell)
{
    switch (cell->type) {
    case FREEXL_CELL_INT:
        printf("%d", cell->value.int_value);
        break;
    case FREEXL_CELL_DOUBLE:
        printf("%.17g", cell->value.double_value);
        break;
    case FREEXL_CELL_NULL:
        break;
    default:
        print_text(cell->value.text_value);
    }
}

int main(int argc, char **argv)
{
    const void *xls;
    unsigned rows;
    unsigned short cols;
    if (argc != 2 || freexl_open(argv[1], &xls) != FREEXL_OK ||
        freexl_select_active_worksheet(xls, 0) != FREEXL_OK ||
        freexl_worksheet_dimensions(xls, &rows, &cols) != FREEXL_OK) {
        fprintf(stderr, "freexl: cannot read %s\n", argc == 2 ? argv[1] : "anything but one file");
        return 1;
    }
    for (unsigned row = 0; row < rows; row++) {
        for (unsigned short col = 0; col < cols; col++) {
            FreeXL_CellValue cell = {.type = FREEXL_CELL_NULL};
            if (col > 0)
                putchar(',');
            freexl_get_cell_value(xls, row, col, &cell);
            print_cell(&cell);
        }
        putchar('\n');
    }
    freexl_close(xls);
    return 0;
}
