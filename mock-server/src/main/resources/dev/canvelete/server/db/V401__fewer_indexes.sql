-- Which files a render names is asked seldom and of all files at once; every render would pay for the index.
drop index renders_by_artifact;
