// Every index; a constraint has one of its name.
SHOW INDEXES YIELD name, state
RETURN name, state
