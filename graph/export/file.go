package export

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// out is a buffered writer whose errors are told by Flush.
type out struct{ *bufio.Writer }

func newOut(w io.Writer) *out { return &out{bufio.NewWriterSize(w, 1<<16)} }

func (o *out) printf(format string, args ...any) { fmt.Fprintf(o, format, args...) }

// json writes v as one line, with <, > and & as they are.
func (o *out) json(v any) error {
	enc := json.NewEncoder(o)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

// writeFile writes a file aside and renames it when it is whole. What path was
// before stays until then, and for good on an error.
func writeFile(path string, write func(io.Writer) error) (err error) {
	if to, err := filepath.EvalSymlinks(path); err == nil {
		path = to // what the link points to is replaced, not the link
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("%s is no file", path)
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if err := write(f); err != nil {
		return err
	}
	if err := finish(f); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// finish makes a file readable and sees that it is on the disk.
func finish(f *os.File) error {
	return errors.Join(f.Chmod(0o644), f.Sync(), f.Close())
}

// marker is the file by which a folder is known as an export.
const marker = "whomet-export.json"

// folder is a folder being written.
type folder struct{ path string }

// file writes one file of the folder.
func (d *folder) file(name string, write func(*out) error) error {
	f, err := os.OpenFile(filepath.Join(d.path, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	o := newOut(f)
	if err := errors.Join(write(o), o.Flush()); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// note says what the folder is.
func (d *folder) note(format string, g *Graph) error {
	return d.file(marker, func(o *out) error {
		return o.json(struct {
			Schema    string `json:"schema"`
			Format    string `json:"format"`
			Gazetteer string `json:"gazetteer"`
			Pipeline  string `json:"pipeline"`
		}{"whomet.export/1", format, g.Stamp.Gazetteer, g.Stamp.Pipeline})
	})
}

// writeFolder writes a folder aside and renames it when it is whole.
func writeFolder(path string, write func(*folder) error) error {
	path = filepath.Clean(path)
	if err := replaceable(path); err != nil {
		return err
	}
	aside, err := os.MkdirTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(aside)
	fresh := filepath.Join(aside, "new")
	if err := os.Mkdir(fresh, 0o755); err != nil {
		return err
	}
	if err := write(&folder{fresh}); err != nil {
		return err
	}
	old := filepath.Join(aside, "old")
	if err := os.Rename(path, old); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Rename(fresh, path); err != nil {
		return errors.Join(err, os.Rename(old, path))
	}
	return nil
}

// replaceable says why a folder cannot be written to path.
func replaceable(path string) error {
	files, err := os.ReadDir(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case len(files) == 0:
		return nil
	}
	if _, err := os.Stat(filepath.Join(path, marker)); err != nil {
		return fmt.Errorf("%s holds files that are no export of whomet; name an empty or a new folder", path)
	}
	return nil
}
