package source

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

const (
	// maxNested is how many archives may be around a file: a zip in a gzip, a
	// gzip in a zip, a zip in a zip.
	maxNested = 2
	// maxHeldZip bounds a zip that comes as a stream and so has to be held.
	maxHeldZip = 256 << 20
	// A bomb is what unpacks to freeRatio bytes and to more than maxRatio times
	// its size. News packs about 1:4, and the worst table of zeros 1:1000.
	freeRatio = 64 << 20
	maxRatio  = 200
)

func isGzip(b []byte) bool { return bytes.HasPrefix(b, []byte("\x1f\x8b")) }

func isZip(b []byte) bool {
	return bytes.HasPrefix(b, []byte("PK\x03\x04")) || bytes.HasPrefix(b, []byte("PK\x05\x06"))
}

// foreign names the containers that are not read, by how they start.
var foreign = []struct{ magic, name string }{
	{"\xfd7zXZ\x00", "xz"}, {"\x28\xb5\x2f\xfd", "zstd"}, {"BZh", "bzip2"}, {"7z\xbc\xaf\x27\x1c", "7z"}, {"Rar!\x1a\x07", "rar"}, {"%PDF-", "PDF"},
}

// gzip reads what is in a gzip stream, of one member or of several in a row.
func (f *file) gzip(in io.Reader) error {
	if f.nested == maxNested {
		f.fail(0, "", errNested)
		return f.ctx.Err()
	}
	packed := &meter{r: in}
	z, err := gzip.NewReader(packed)
	if err != nil {
		if errors.Is(err, gzip.ErrHeader) {
			err = errors.New("starts like gzip but is not; fetch it again")
		} else if errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		f.fail(0, "", brokenEnd(err))
		return f.ctx.Err()
	}
	inner := *f
	inner.nested++
	for _, ext := range []string{".gz", ".gzip"} {
		if n := len(f.name) - len(ext); n > 0 && strings.EqualFold(f.name[n:], ext) {
			inner.name = f.name[:n]
		}
	}
	return inner.read(&expander{r: z, packed: func() int64 { return packed.n }, spent: f.spent, max: f.opt.MaxExpand})
}

// held reads a zip that comes as a stream.
func (f *file) held(in io.Reader) error {
	b, err := readAll(in, maxHeldZip)
	if err != nil {
		f.fail(0, "", fmt.Errorf("a zip inside a stream is held in memory, up to %s: %w", size(maxHeldZip), brokenEnd(err)))
		return f.ctx.Err()
	}
	return f.zip(bytes.NewReader(b), int64(len(b)))
}

// zip reads the members of a zip, sorted by name.
func (f *file) zip(in io.ReaderAt, length int64) error {
	if f.nested == maxNested {
		f.fail(0, "", errNested)
		return f.ctx.Err()
	}
	z, err := zip.NewReader(in, length)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // unsafe names are refused below, one by one
		f.fail(0, "", fmt.Errorf("damaged zip: %w; fetch it again", err))
		return f.ctx.Err()
	}
	members := slices.Clone(z.File)
	slices.SortStableFunc(members, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	entries, read := 0, 0
	for _, m := range members {
		if err := f.ctx.Err(); err != nil {
			return err
		}
		if strings.HasSuffix(m.Name, "/") {
			continue
		}
		entries++
		inner := f.reading.file(f.path+"!"+m.Name, path.Base(m.Name))
		inner.nested, inner.spent = f.nested+1, f.spent
		if !safeName(m.Name) {
			read++
			inner.fail(0, "", errors.New("refused: the member's path is absolute or climbs out of the archive"))
			continue
		}
		if !listed(m.Name) || hidden(m.Name) {
			continue
		}
		read++
		if err := inner.member(m); err != nil {
			return err
		}
	}
	switch {
	case read > 0:
	case entries == 0:
		f.fail(0, "", errors.New("the zip is empty"))
	default:
		f.fail(0, "", errNoArticles("the zip"))
	}
	return nil
}

// member reads one member of a zip.
func (f *file) member(m *zip.File) error {
	if m.Flags&1 != 0 {
		f.fail(0, "", errors.New("encrypted; unpack it with its password first"))
		return f.ctx.Err()
	}
	in, err := m.Open()
	if err != nil {
		f.fail(0, "", fmt.Errorf("damaged zip: %w", err))
		return f.ctx.Err()
	}
	defer in.Close()
	packed := int64(m.CompressedSize64)
	return f.read(&expander{r: in, packed: func() int64 { return packed }, spent: f.spent, max: f.opt.MaxExpand})
}

// safeName reports whether a member's path stays inside the archive, on any
// system: some tools write backslashes.
func safeName(name string) bool {
	name = strings.ReplaceAll(name, `\`, "/")
	return filepath.IsLocal(name) && !strings.HasPrefix(name, "/") && !(len(name) > 1 && name[1] == ':')
}

// hidden reports whether a folder on the way to a member is one that tools
// leave behind: .git/x.txt, __MACOSX/x.txt.
func hidden(name string) bool {
	for dir := range strings.SplitSeq(path.Dir(name), "/") {
		if dir == "__MACOSX" || strings.HasPrefix(dir, ".") && dir != "." {
			return true
		}
	}
	return false
}

var errNested = fmt.Errorf("refused: more than %d archives one inside the other; unpack the outer one first", maxNested)

// meter counts the bytes read through it.
type meter struct {
	r io.Reader
	n int64
}

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	m.n += int64(n)
	return n, err
}

// expander passes on what a decompressor gives and stops a bomb.
type expander struct {
	r      io.Reader
	packed func() int64 // compressed bytes so far
	n      int64        // bytes unpacked from r
	spent  *int64       // and from the whole file
	max    int64
}

func (e *expander) Read(p []byte) (int, error) {
	n, err := e.r.Read(p)
	e.n += int64(n)
	*e.spent += int64(n)
	switch {
	case *e.spent > e.max:
		n = max(0, n-int(*e.spent-e.max)) // what the limit allows is still read
		return n, fmt.Errorf("unpacks to more than %s; unpack it by hand if it is meant to, or raise the limit", size(e.max))
	case e.n > freeRatio && e.n > maxRatio*e.packed():
		return n, fmt.Errorf("unpacks to more than %d times its size, which looks like a bomb; unpack it by hand if it is not", maxRatio)
	}
	return n, err
}

// guard ends a read when ctx does and keeps the error that broke it.
type guard struct {
	ctx context.Context
	r   io.Reader
	err error // other than io.EOF
}

func (g *guard) Read(p []byte) (int, error) {
	if err := g.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := g.r.Read(p)
	if err != nil && err != io.EOF {
		g.err = err
	}
	return n, err
}

// read tells what a stream is and reads it.
func (f *file) read(in io.Reader) error {
	g := &guard{ctx: f.ctx, r: in}
	br := bufio.NewReaderSize(g, headLen)
	head, _ := br.Peek(headLen)
	switch {
	case isGzip(head):
		return f.gzip(br)
	case isZip(head):
		return f.held(br)
	case len(head) == 0 && g.err != nil:
		f.fail(0, "", brokenEnd(g.err))
		return f.ctx.Err()
	}
	for _, c := range foreign {
		if bytes.HasPrefix(head, []byte(c.magic)) {
			f.fail(0, "", fmt.Errorf("a file of kind %s, which is not read; unpack or convert it first", c.name))
			return nil
		}
	}
	if len(head) > 262 && string(head[257:262]) == "ustar" {
		f.fail(0, "", errors.New("a tar archive, which is not read; unpack it and name the folder"))
		return nil
	}
	return f.documents(br, g, head)
}

// brokenEnd says in words what the errors of a cut stream mean.
func brokenEnd(err error) error {
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("the file is cut short; what came before the cut was read; fetch it again")
	case errors.Is(err, gzip.ErrChecksum), errors.Is(err, zip.ErrChecksum):
		return fmt.Errorf("the file is damaged (%w); fetch it again", err)
	case errors.Is(err, gzip.ErrHeader):
		return errors.New("something that is not gzip follows the gzip data")
	}
	return unwrapPath(err)
}
