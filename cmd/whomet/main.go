// Command whomet reads Arabic and English news, finds who met whom, keeps the
// sentence that says so and answers questions about it. See whomet --help.
package main

import (
	"os"

	"whomet/cmd/whomet/internal/cli"
)

func main() { os.Exit(cli.Main()) }
