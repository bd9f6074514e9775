about="a merge left its marks in poetry.lock"
. "$root_folder/proof/stacks/poetry.sh"
project() { poetry_stack; }
inject() { sed -i 's/^python-versions.*/<<<<<<< HEAD\n&\n=======\npython-versions = ">=3.10"\n>>>>>>> other/' poetry.lock; }
working() { poetry_answers; }
