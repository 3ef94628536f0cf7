const members = process.env.MONGO_MEMBERS.split(",").map((host, _id) => ({ _id, host: host + ":27017" }));
const admin = new Mongo("mongodb://root:" + process.env.ROOT_PASSWORD + "@mongo1/?directConnection=true").getDB("admin");
try {
    admin.adminCommand({ replSetInitiate: { _id: "parley", members } });
} catch (failure) {
    if (failure.codeName !== "AlreadyInitialized") throw failure;
}
while (!admin.hello().isWritablePrimary) sleep(500);
const parley = admin.getSiblingDB("parley");
if (!parley.getUser("parley")) {
    parley.createUser({ user: "parley", pwd: process.env.PARLEY_PASSWORD, roles: [{ role: "readWrite", db: "parley" }] });
}
