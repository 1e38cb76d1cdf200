-- what the columns of the views mean, and the views themselves (column_name empty)
select relation, column_name, comment, comment_en, unit, source
from dictionary
order by relation collate "C", column_name collate "C"
