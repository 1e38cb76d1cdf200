#include "day.h"

const char *const day_months[12] = {"Januari", "Februari", "Maret",     "April",   "Mei",      "Juni",
                                    "Juli",    "Agustus",  "September", "Oktober", "November", "Desember"};

int day_of(int year, int month, int day)
{
    if (month <= 2) {
        year--;
        month += 12;
    }
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * (month - 3) + 2) / 5 + day - 1 - 719468;
}

struct date day_date(int day)
{
    int year = 1970 + day / 366 - 2; /* not after it: years before 1970 are longer than they count */
    while (day >= day_of(year + 1, 1, 1))
        year++;
    int month = 12;
    while (day < day_of(year, month, 1))
        month--;
    return (struct date){year, month, day - day_of(year, month, 1) + 1};
}

int day_serial(int day)
{
    return day + 25569;
}
