extension DocumentError {
    /// A name that stays, for catalogues: `document.error.<key>`.
    package var key: String {
        switch self {
        case .unreadable: "unreadable"
        case .empty: "empty"
        case .notADocument: "not-a-document"
        case .oldWord: "old-word"
        case .passwordProtected: "password-protected"
        case .damaged: "damaged"
        case .hostile: "hostile"
        case .scanned(_, let canRecognise): canRecognise ? "scanned-can-recognise" : "scanned"
        case .limit(let limit, _): "limit-\(limit.key)"
        case .programMissing: "program-missing"
        case .programLimit: "program-limit"
        case .programFailed: "program-failed"
        case .noSuchPage: "no-such-page"
        }
    }

    /// What happened, why, and what to do, in plain English for operators.
    package var message: String {
        switch self {
        case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)."
        case .empty(let path): "\(path) is empty. Get the file again."
        case .notADocument(let saw):
            "This is no document we read: it looks like \(saw). PDF, DOCX, ODT, RTF and HTML are read, whatever the file's name."
        case .oldWord:
            "This is a document in Word's old format (.doc). Open it in Word or LibreOffice, save it as .docx or PDF, and take that."
        case .passwordProtected:
            "The document is protected with a password. Save a copy without the password, and take that."
        case .damaged(let reason):
            "The document is damaged: \(reason). Get the file again, or open it in the program that made it and save it anew."
        case .hostile(let reason):
            "The document was not opened, because it may be meant to harm: \(reason). Ask whoever sent it for a PDF."
        case .scanned(let pages, true):
            "The document's pages (\(pages)) are pictures without text. Ask for recognition (OCR), and check what it reads; or get "
                + "the document as text."
        case .scanned(let pages, false):
            "The document's pages (\(pages)) are pictures without text, and no program that recognises text is installed. Install "
                + "tesseract-ocr (bin/setup --with-ocr), or get the document as text."
        case .limit(let limit, let max): "The document passes a limit that protects the server: \(limit.phrase(max))."
        case .programMissing(let program, let package):
            "The program \(program), which reads this format, is not installed. Install the Debian package \(package)."
        case .programLimit(let program):
            "\(program) needed more time or memory for this document than it may use. Divide the document, or save it anew as PDF."
        case .programFailed(let program, let reason):
            "\(program) could not read the document\(reason.isEmpty ? "" : " (\(reason))"). Save it anew, or as PDF."
        case .noSuchPage(let page): "The document has no page \(page)."
        }
    }
}

extension DocumentError.Limit {
    fileprivate var key: String {
        switch self {
        case .fileSizeBytes: "file-size"
        case .pages: "pages"
        case .textBytes: "text-size"
        case .archiveRatio: "archive-ratio"
        case .archiveEntries: "archive-entries"
        case .paragraphs: "paragraphs"
        case .depth: "depth"
        case .recognisedPages: "recognised-pages"
        }
    }

    fileprivate func phrase(_ max: Int) -> String {
        switch self {
        case .fileSizeBytes: "the file is larger than \(max >> 20) MiB; leave out pictures, or divide it"
        case .pages: "more than \(max) pages; divide it"
        case .textBytes: "more than \(max >> 20) MiB of text; divide it"
        case .archiveRatio: "a part that unpacks to more than \(max) times its packed size, as zip bombs do"
        case .archiveEntries: "more than \(max) parts in the archive"
        case .paragraphs: "more than \(max) paragraphs; divide it"
        case .depth: "nested deeper than \(max) levels; save it as PDF"
        case .recognisedPages: "more than \(max) pages whose text would have to be recognised; divide it"
        }
    }
}
