#include "cell.h"

size_t address_column(int col, char *out)
{
    char reversed[ADDRESS_SIZE];
    size_t n = 0;
    for (; col > 0; col = (col - 1) / 26)
        reversed[n++] = (char)('A' + (col - 1) % 26);
    for (size_t i = 0; i < n; i++)
        out[i] = reversed[n - 1 - i];
    out[n] = '\0';
    return n;
}

size_t address(long row, int col, char *out)
{
    char reversed[ADDRESS_SIZE];
    size_t n = address_column(col, out), digits = 0;
    for (; row > 0; row /= 10)
        reversed[digits++] = (char)('0' + row % 10);
    while (digits > 0)
        out[n++] = reversed[--digits];
    out[n] = '\0';
    return n;
}

bool address_parse(struct str s, long *row, int *col)
{
    size_t i = 0;
    int c = 0;
    for (; i < s.len && i < 3 && (s.ptr[i] | 32) >= 'a' && (s.ptr[i] | 32) <= 'z'; i++)
        c = c * 26 + (s.ptr[i] | 32) - 'a' + 1;
    if (c == 0 || c > BOOK_MAX_COL || !str_to_long((struct str){s.ptr + i, s.len - i}, row) || *row < 1 ||
        *row > BOOK_MAX_ROW)
        return false;
    *col = c;
    return true;
}
