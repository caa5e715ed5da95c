import Assessments
import Commands

extension Program {
    /// How this installation signs its packages of assessments. The key lies in the data folder, beside the one that signs audit heads.
    static func packageSigner(_ settings: Settings, _ folder: String) -> PackageSigner {
        var address = settings.publicAddress ?? ""
        while address.hasSuffix("/") { address.removeLast() }
        return PackageSigner(
            keyPath: folder + "/installation.key", name: address.isEmpty ? "Rapporteur" : address, operatorKind: nil,
            address: address)
    }
}
