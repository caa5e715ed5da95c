import Foundation
import Testing

@Suite("Rooms")
struct RoomTests {
    let checkout = Checkout()

    @Test("Every folder of Sources is a room of the house or a library of the system")
    func roomsAreKnown() {
        let known = House.libraries.union(House.rooms.map(\.name))
        #expect(Set(checkout.folders(in: "Sources")).subtracting(known) == [])
    }

    @Test("A room imports only what the house allows", arguments: House.rooms.map(\.name))
    func importsPointDown(room: String) throws {
        let allowed = try #require(House.rooms.first { $0.name == room }).imports
        for file in checkout.files(in: "Sources/" + room, named: ".swift") {
            let imported = Set(try checkout.text(file).groups(Self.importPattern))
            guard allowed != House.anything else { continue }
            #expect(imported.subtracting(allowed).subtracting(House.toolchain) == [], "\(file)")
        }
    }

    @Test("The house has no circle: a room imports only rooms of lower floors")
    func floorsAreInOrder() {
        var below: Set<String> = []
        let names = Set(House.rooms.map(\.name))
        for room in House.rooms {
            #expect(room.imports.intersection(names).subtracting(below) == [], "\(room.name)")
            below.insert(room.name)
        }
    }

    @Test("The manifest gives a room nothing that the house forbids")
    func manifestFollowsTheHouse() throws {
        let manifest = try checkout.text("Package.swift")
        for room in House.rooms where room.imports != House.anything {
            guard let declared = declaration(of: room.name, in: manifest) else {
                if checkout.isFolder("Sources/" + room.name) { Issue.record("\(room.name) is not in Package.swift") }
                continue
            }
            let named = Set(declared.groups(#""([A-Z][A-Za-z]*)""#)).subtracting([room.name])
            #expect(named.subtracting(room.imports) == [], "\(room.name)")
        }
    }

    @Test("Every room with code has a test target")
    func roomsHaveTests() throws {
        let manifest = try checkout.text("Package.swift")
        let executables: Set<String> = ["rapporteur", "bench"]
        for room in House.rooms.map(\.name) where !executables.contains(room) && hasCode(room) {
            let target = room + "Tests"
            let isTested = checkout.isFolder("Tests/" + target) && manifest.contains("\"\(target)\"")
            #expect(isTested, "\(room)")
        }
    }

    /// A room without a declaration waits for its first capability.
    private func hasCode(_ room: String) -> Bool {
        checkout.files(in: "Sources/" + room, named: ".swift").contains { file in
            let lines = (try? checkout.lines(file)) ?? []
            return lines.contains { !$0.text.withoutComment.trimmingCharacters(in: .whitespaces).isEmpty }
        }
    }

    /// The text of `room("Name", [...])`, up to the bracket that closes it.
    private func declaration(of room: String, in manifest: String) -> String? {
        guard let start = manifest.range(of: #"(?:room|computing)\(\s*""# + room + "\"", options: .regularExpression)
        else {
            return nil
        }
        var depth = 0
        var declared = ""
        for character in manifest[start.lowerBound...] {
            declared.append(character)
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if character == ")", depth == 0 { break }
        }
        return declared
    }

    static let importPattern =
        #"^\s*(?:@\w+\s+)*(?:(?:public|package|internal|private|fileprivate)\s+)?import\s+(?:(?:struct|class|enum|func|protocol|typealias|let|var)\s+)?(\w+)"#
}
