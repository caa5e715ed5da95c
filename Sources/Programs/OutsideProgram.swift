/// A program of the system that does work outside this process.
package struct OutsideProgram: Hashable, Sendable {
    /// As on PATH.
    package var name: String
    /// The package that brings it: Debian's, or where it has a file of its own, PyPI's.
    package var package: String
    /// Where it lies, from the root; nil where it is sought on PATH.
    package var file: String?

    package init(name: String, package: String, file: String? = nil) {
        self.name = name
        self.package = package
        self.file = file
    }

    package static let pdfToText = OutsideProgram(name: "pdftotext", package: "poppler-utils")
    package static let pdfInfo = OutsideProgram(name: "pdfinfo", package: "poppler-utils")
    package static let pdfToPicture = OutsideProgram(name: "pdftoppm", package: "poppler-utils")
    package static let pdfImages = OutsideProgram(name: "pdfimages", package: "poppler-utils")
    package static let pandoc = OutsideProgram(name: "pandoc", package: "pandoc")
    package static let mat2 = OutsideProgram(name: "mat2", package: "mat2")
    package static let curl = OutsideProgram(name: "curl", package: "curl")
    package static let tesseract = OutsideProgram(name: "tesseract", package: "tesseract-ocr")
}
