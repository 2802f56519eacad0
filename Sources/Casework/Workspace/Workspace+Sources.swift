import CaseFiles
import Diplomacy
import Foundation

extension Workspace {
  /// The folder of a case whose sources of machine-coded events all lie in the workspace.
  ///
  /// - Throws: ``CaseworkFailure`` where there is no such case, or it names a file elsewhere.
  public func confinedFolder(of name: String) throws(CaseworkFailure) -> String {
    let folder = try folder(of: name)
    guard let source = CaseFolder.check(at: folder).frame?.machineCoded else { return folder }
    for path in source.files + [source.store].compactMap({ $0 }) {
      // A pattern is judged by the folder that it stands in.
      let plain = path.prefix { !"*?[".contains($0) }
      let stem =
        plain.count == path.count ? path : (String(plain) as NSString).deletingLastPathComponent
      let whole = path.hasPrefix("/") ? stem : "\(folder)/\(stem)"
      guard let real = Self.resolved(whole), contains(real) else {
        throw .badInput(
          "case.yaml: machine_coded names '\(path)', which does not lie in the workspace; "
            + "put it there, or start the workbench with a folder that holds both")
      }
    }
    return folder
  }
}
