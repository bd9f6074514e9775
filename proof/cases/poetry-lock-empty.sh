about="poetry.lock is empty"
. "$root_folder/proof/stacks/poetry.sh"
project() { poetry_stack; }
inject() { : >poetry.lock; }
working() { poetry_answers; }
