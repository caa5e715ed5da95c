internal import Domain
internal import FoundationEssentials

extension ReferenceFacts {
    /// The file's name, here and in an installation's data folder.
    package static let synonymFile = "synonyms.txt"

    /// These facts with the synonyms of a folder's own `synonyms.txt` added to those shipped; as they are where it has none.
    package func addingSynonyms(from folder: String) -> ReferenceFacts {
        let path = folder + "/" + Self.synonymFile
        guard FileManager.default.fileExists(atPath: path) else { return self }
        var facts = self
        facts.synonyms = synonyms.adding(readSynonyms(path, named: path))
        return facts
    }

    /// The groups of one file. Bad lines are among its faults.
    package func readSynonyms(_ path: String, named name: String) -> SynonymList {
        guard let data = try? Data(contentsOf: URL(filePath: path)), data.count <= SynonymList.bytesMax,
            let text = String(bytes: data, encoding: .utf8)
        else { return SynonymList(unreadable: name) }
        var list = SynonymList(parsing: text, file: name)
        list.check(file: name) { code in
            switch code.kind {
            case .treaty: treaty(code.code) != nil
            case .mechanism: facts(of: MechanismCode(code.code)) != nil
            case .theme: self.name(ofTheme: code.code, in: .english) != nil
            case .person: self.name(ofPerson: code.code, in: .english) != nil
            case .sdg: self.name(ofSDG: code.code, in: .english) != nil
            }
        }
        return list
    }
}
