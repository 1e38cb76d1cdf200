/* The records of a workbook of Excel 5 to 2003, of any bytes, bare. The mutator knows records: it changes
 * what is in one, and sets lengths and the place of the sheet right, which chance would hardly do. */
#include "xlsread.h"

#include "biff.h"

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed);

enum { MOST_RECORDS = 1000 };

static size_t length(const uint8_t *record)
{
    return record[2] | (size_t)record[3] << 8;
}

/* Where the records of data begin, the end last; their number. */
static size_t find_records(const uint8_t *data, size_t size, size_t *at)
{
    size_t n = 0;
    at[0] = 0;
    while (n < MOST_RECORDS && at[n] + BIFF_HEADER <= size &&
           size - at[n] - BIFF_HEADER >= length(data + at[n])) {
        at[n + 1] = at[n] + BIFF_HEADER + length(data + at[n]);
        n++;
    }
    return n;
}

/* The sheets' records are told where they begin: the n-th sheet at the n-th BOF behind the first. */
static void place_sheets(uint8_t *data, const size_t *at, size_t n)
{
    size_t sheet = 0;
    for (size_t i = 1; i < n; i++) {
        if (data[at[i]] != (BIFF_BOF & 255) || data[at[i] + 1] != BIFF_BOF >> 8)
            continue;
        for (; sheet < n; sheet++)
            if (data[at[sheet]] == BIFF_BOUNDSHEET && data[at[sheet] + 1] == 0 &&
                length(data + at[sheet]) >= 4) {
                for (int k = 0; k < 4; k++)
                    data[at[sheet] + BIFF_HEADER + (size_t)k] = (uint8_t)(at[i] >> 8 * k);
                sheet++;
                break;
            }
    }
}

/* Puts len bytes in the place of n at a position; the new size, 0 when there is no room. */
static size_t replace(uint8_t *data, size_t size, size_t most, size_t at, size_t n, const uint8_t *bytes,
                      size_t len)
{
    if (size - n + len > most)
        return 0;
    memmove(data + at + len, data + at + n, size - at - n);
    memcpy(data + at, bytes, len);
    return size - n + len;
}

static size_t change_record(uint8_t *data, size_t size, size_t most, const size_t *at, size_t n,
                            unsigned seed)
{
    static uint8_t record[BIFF_HEADER + BIFF_LONGEST];
    size_t i = seed / 8 % n, other = seed / 1024 % n, len = at[i + 1] - at[i];
    memcpy(record, data + at[i], len);
    switch (seed % 8) {
    case 0: /* taken away */
        return replace(data, size, most, at[i], len, record, 0);
    case 1: /* put elsewhere, too */
        return replace(data, size, most, at[other], 0, record, len);
    case 2: /* cut in two, the rest in a CONTINUE record */
        if (len < BIFF_HEADER + 2)
            return 0;
        len = BIFF_HEADER + 1 + seed / 1024 % (len - BIFF_HEADER - 1);
        const uint8_t go_on[] = {BIFF_CONTINUE, 0, (uint8_t)(at[i + 1] - at[i] - len),
                                 (uint8_t)((at[i + 1] - at[i] - len) >> 8)};
        data[at[i] + 2] = (uint8_t)(len - BIFF_HEADER);
        data[at[i] + 3] = (uint8_t)((len - BIFF_HEADER) >> 8);
        return replace(data, size, most, at[i] + len, 0, go_on, sizeof go_on);
    default: {
        size_t room = most - size < 64 ? 0 : 64;
        size_t now = LLVMFuzzerMutate(record + BIFF_HEADER, len - BIFF_HEADER,
                                      len - BIFF_HEADER + room < BIFF_LONGEST ? len - BIFF_HEADER + room
                                                                              : BIFF_LONGEST);
        record[2] = (uint8_t)now;
        record[3] = (uint8_t)(now >> 8);
        return replace(data, size, most, at[i], len, record, BIFF_HEADER + now);
    }
    }
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed)
{
    static size_t at[MOST_RECORDS + 1];
    size_t n = find_records(data, size, at);
    if (n == 0 || seed % 5 == 0)
        return LLVMFuzzerMutate(data, size, most);
    size_t now = change_record(data, size, most, at, n, seed / 5);
    if (now == 0)
        return LLVMFuzzerMutate(data, size, most);
    place_sheets(data, at, find_records(data, now, at));
    return now;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_xls(fuzz_file(data, size, NULL), true);
    return 0;
}
