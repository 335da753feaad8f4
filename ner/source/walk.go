package source

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Extensions returns the extensions that are read inside folders and zips, in
// lower case and with the dot. A file named by its path is read whatever it is
// called.
func Extensions() []string { return slices.Clone(extensions) }

var extensions = []string{
	".txt", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".ndjson",
	".csv", ".tsv", ".rss", ".atom", ".xml", ".gz", ".zip",
}

// listed reports whether a file of a folder or zip is read: neither hidden nor
// of another kind.
func listed(name string) bool {
	base := path.Base(name)
	return !strings.HasPrefix(base, ".") && slices.Contains(extensions, strings.ToLower(path.Ext(base)))
}

func errNoArticles(what string) error {
	return fmt.Errorf("%s holds no file that is read; the extensions are %s; name a file by its path to read it all the same",
		what, strings.Join(extensions, " "))
}

// path reads one path as the caller gave it.
func (r *reading) path(p string) error {
	if p == "-" {
		if r.opt.Stdin == nil {
			return errors.New("standard input was asked for, but there is none")
		}
		return r.file(p, "").read(r.opt.Stdin)
	}
	info, err := os.Stat(p)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		r.file(p, "").fail(0, "", errors.New("no such file or folder; check the spelling"))
		return r.ctx.Err()
	case err != nil:
		r.file(p, "").fail(0, "", unwrapPath(err))
		return r.ctx.Err()
	case info.IsDir():
		return r.folder(p)
	}
	return r.open(p)
}

// folder reads the files of a folder and of those below it, sorted by name.
func (r *reading) folder(root string) error {
	entries, read := 0, 0
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if stop := r.ctx.Err(); stop != nil {
			return stop
		}
		if err != nil {
			read++ // told already
			r.file(p, "").fail(0, "", unwrapPath(err))
			return nil
		}
		if p == root {
			return nil
		}
		if d.IsDir() {
			if strings.HasPrefix(d.Name(), ".") {
				return fs.SkipDir
			}
			return nil
		}
		entries++
		if !listed(d.Name()) {
			return nil
		}
		if info, err := os.Stat(p); err == nil && !info.Mode().IsRegular() {
			return nil // a pipe would block, and a linked folder may lead round in a circle
		}
		read++
		return r.open(p)
	})
	if err != nil || read > 0 {
		return err
	}
	if entries == 0 {
		r.file(root, "").fail(0, "", errors.New("the folder is empty"))
	} else {
		r.file(root, "").fail(0, "", errNoArticles("the folder"))
	}
	return nil
}

// open reads the file at p.
func (r *reading) open(p string) error {
	f := r.file(p, filepath.Base(p))
	in, err := os.Open(p)
	if err != nil {
		f.fail(0, "", unwrapPath(err))
		return r.ctx.Err()
	}
	defer in.Close()
	// A zip has its table of contents at the end: only a real file can be read
	// without holding all of it.
	if info, err := in.Stat(); err == nil && info.Mode().IsRegular() {
		var magic [4]byte
		if n, _ := in.ReadAt(magic[:], 0); isZip(magic[:n]) {
			return f.zip(in, info.Size())
		}
	}
	return f.read(in)
}

func (r *reading) file(path, name string) *file {
	return &file{reading: r, path: strings.ToValidUTF8(path, "\uFFFD"), name: strings.ToValidUTF8(name, "\uFFFD"), spent: new(int64)}
}

// unwrapPath drops the path from an error of package os: the failure names it.
func unwrapPath(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	if errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("%w; check who may read it", err)
	}
	return err
}

// readAll reads a whole file of at most max bytes.
func readAll(in io.Reader, max int64) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(in, max+1))
	if err == nil && int64(len(b)) > max {
		return nil, errTooLong(max)
	}
	return b, err
}

func errTooLong(max int64) error {
	return fmt.Errorf("longer than the %s that one document may have; split it, or raise the limit", size(max))
}

// size of n bytes as a reader says it: "32 MB", "700 bytes".
func size(n int64) string {
	switch {
	case n >= 1<<30 && n%(1<<30) == 0:
		return fmt.Sprintf("%d GB", n>>30)
	case n >= 1<<20:
		return fmt.Sprintf("%d MB", n>>20)
	}
	return fmt.Sprintf("%d bytes", n)
}
