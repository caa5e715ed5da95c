/// A workbook's shared strings, one behind another in one piece of memory.
final class SharedStrings: XMLHandler {
    private(set) var failure: IngestError?
    private let bytesMax: Int
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var isInText = false
    private var phonetic = 0

    init(bytesMax: Int) { self.bytesMax = bytesMax }

    var count: Int { ends.count }

    /// Nil for a number the workbook does not have.
    subscript(_ index: Int) -> String? {
        guard ends.indices.contains(index) else { return nil }
        let start = index == 0 ? 0 : ends[index - 1]
        return String(decoding: bytes[start..<ends[index]], as: UTF8.self)
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "t": isInText = phonetic == 0
        case "rPh": phonetic += 1
        default: break
        }
    }

    func end(_ name: XMLName) {
        switch name {
        case "t": isInText = false
        case "rPh": phonetic -= 1
        case "si":
            ends.append(bytes.count)
            check()
        default: break
        }
    }

    func characters(_ text: UnsafeBufferPointer<UInt8>) {
        guard isInText else { return }
        bytes.append(contentsOf: text)
        check()
    }

    private func check() {
        if bytes.count + ends.count * 8 > bytesMax { failure = .limit(.sharedStringsBytes, max: bytesMax) }
    }
}
