/* Forms of the village office: the workbook of the village cadres, village index, village budget. */
#include "form.h"

const struct form forms_dpmd[] = {
    {0},
};
