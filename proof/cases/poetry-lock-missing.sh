about="poetry.lock was never committed"
. "$root_folder/proof/stacks/poetry.sh"
project() { poetry_stack; }
inject() { rm poetry.lock; }
working() { poetry_answers; }
